bieudo render data/chart.json -o no/such/folder/a.png
status 3
