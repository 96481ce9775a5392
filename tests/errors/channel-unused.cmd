bieudo check channel-unused.json
status 0
