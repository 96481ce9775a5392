bieudo check channel-empty.json
status 0
