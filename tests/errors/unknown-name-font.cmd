bieudo check unknown-name-font.json
status 0
