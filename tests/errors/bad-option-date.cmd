bieudo check --date 2026-02-30 data/chart.json
status 2
