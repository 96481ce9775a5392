bieudo check unsure-encoding.json
status 0
