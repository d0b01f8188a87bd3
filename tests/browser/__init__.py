"""What people do in a browser, done in one."""
