bieudo check sort-channel.json
status 0
