"""What is written for programs: records, tables, feeds, linked data; the same facts as on the pages."""
