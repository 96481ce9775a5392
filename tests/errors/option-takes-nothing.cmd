bieudo render --strict=yes data/chart.json
status 2
