bieudo check language-lacks.json
status 0
