bieudo scene --flat data/poster.json
