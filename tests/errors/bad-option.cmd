bieudo render --format gif data/chart.json
status 2
