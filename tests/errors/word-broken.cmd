bieudo check word-broken.json
status 0
