"""The newsroom becomes pages, records and files."""
