bieudo scene data/chart.json data/poster.json
status 2
