bieudo explain unknown-feild
status 2
