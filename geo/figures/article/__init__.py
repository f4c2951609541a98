"""The article: its statements tested, published counts beside ours."""
