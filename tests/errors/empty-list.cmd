bieudo check empty-list.json
status 0
