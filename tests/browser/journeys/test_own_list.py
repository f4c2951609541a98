"""A reader brings the list of a city of his own, and takes a slide along."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.atlas import SLOW
from tests.browser.journeys.conftest import Welcome
from tests.browser.journeys.files import download, size_of_png, title_of_png, titles_of
from tests.browser.journeys.reader import Reader

pytestmark = pytest.mark.browser

LIST = """序号,友好城市,国家,结好时间
1,下关市,日本,1979年10月3日
2,长滩市,美国,1985年4月9日
3,敖德萨市,乌克兰,1993年
4,大邱广域市,韩国,1993年12月
5,曼海姆市,德国,1995年
6,维尔纽斯市,立陶宛,2000年
7,里加市,拉脱维亚,2001年
8,蒙得维的亚市,乌拉圭,2004年11月18日
9,毕尔巴鄂市,西班牙,2005年5月14日
10,雅典市,希腊,2006年2月30日
11,南安普敦市,英国,1998年
12,奥克兰市,新西兰,2008年
13,清迈,泰国,2009年
14,亚特兰蒂斯市,海底国,2010年
15,<b>鬼城</b>,日本,2011年
"""
"""Made up, as a publisher might have it: no coordinates, no word of whose list it is, a day that no
calendar has, two places that do not exist."""


def test_a_list_of_ones_own_becomes_a_slide(welcome: Welcome) -> None:
    reader = welcome(locale="zh-CN")
    _add_the_list(reader)
    assert reader.query["home"] == ["shanghai", "beijing", "my-qingdao"]
    reader.to("Capital or port?")
    reader.picture("capital or port, with the list")
    link = reader.page.get_by_test_id("stMain").get_by_role("link", name="图片与幻灯片").nth(1)
    link.click()
    reader.settled()
    _slide_of(reader, "副标题", "青岛")
    assert titles_of(download(reader, "PowerPoint")[1]) == [reader.headline]
    chinese = reader.headline
    reader.page.get_by_test_id("stSidebar").get_by_role("radio", name="English").click()
    reader.settled(chinese)
    _slide_of(reader, "Subtitle", "Qingdao")
    assert reader.query["home"] == ["shanghai", "beijing", "my-qingdao"]


def _slide_of(reader: Reader, field: str, home: str) -> None:
    """The slide in the language of the page, which names the home of the list, as a picture."""
    subtitle = reader.page.get_by_role("textbox", name=field)
    expect(subtitle).to_have_value(re.compile(home))
    image = reader.page.get_by_role("main").get_by_role("img").first
    expect(image).to_be_visible(timeout=SLOW)
    reader.picture(f"the slide with {home}")
    content = download(reader, "PNG")[1]
    assert size_of_png(content) == (1920, 1080)
    assert title_of_png(content) == reader.headline


@pytest.mark.long
def test_a_list_stays_with_its_reader_until_its_package_is_handed_on(welcome: Welcome) -> None:
    reader, other = welcome(locale="zh-CN"), welcome()
    _add_the_list(reader)
    _the_list_stayed(reader, other)
    _the_package_opens_it(reader, other)
    reader.button("清除我的名单").click()
    reader.until(lambda: "home" not in reader.query, lambda: reader.page.url)


def _add_the_list(reader: Reader) -> None:
    reader.button("加入自有名单").click()
    expect(reader.page).to_have_url(re.compile(r"/data\?"))
    reader.settled()
    _drop(reader, "名单.csv", LIST.encode("gb18030"))
    city = reader.page.get_by_role("textbox", name="名单所属城市")
    expect(city).to_be_visible(timeout=SLOW)
    expect(reader.page.get_by_role("combobox", name="编码")).to_have_value("GB18030")
    city.fill("青岛")
    city.press("Enter")
    expect(reader.page.get_by_text("采用12行；采用并附说明1行；未采用2行")).to_be_visible(
        timeout=SLOW
    )
    reader.picture("the list as it was understood")
    reader.button("使用此名单").click()
    expect(reader.page.get_by_text("现已在各页显示：青岛。")).to_be_visible(timeout=SLOW)
    expect(reader.page.locator("main b, [data-testid=stMain] b", has_text="鬼城")).to_have_count(0)


def _drop(reader: Reader, name: str, content: bytes) -> None:
    box = re.compile("^(每行一对友城的文件|A file with one tie a row)")
    field = reader.page.get_by_role("region", name=box).locator("input[type=file]")
    field.set_input_files([{"name": name, "mimeType": "text/csv", "buffer": content}])


def _the_list_stayed(reader: Reader, other: Reader) -> None:
    """Another reader is sent the address and is told where the list is."""
    other.page.goto(reader.page.url)
    other.settled()
    told = other.page.get_by_text("名单只在当初加入它的浏览器窗口里")
    expect(told).to_be_visible(timeout=SLOW)
    assert "青岛" not in other.page.get_by_test_id("stSidebar").inner_text()


def _the_package_opens_it(reader: Reader, other: Reader) -> None:
    """The saved list, dropped there, shows the city there too."""
    name, content = download(reader, "保存为数据包")
    other.to("Data")
    other.page.get_by_text("自有名单：显示任何其他城市的友城").click()
    _drop(other, name, content)
    expect(other.page.get_by_text("现已在各页显示：青岛。")).to_be_visible(timeout=SLOW)
    other.picture("the list opened from its package")
