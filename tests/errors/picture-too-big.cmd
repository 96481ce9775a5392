bieudo render --page 10000x10000 --scale 16 data/poster.json -o /dev/null
