bieudo check data/tinh.csv data/anh.png data/hai-trang.xlsx data/tron.svg
