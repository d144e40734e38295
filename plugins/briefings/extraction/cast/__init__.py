"""Who is who in one article: names in; chains of mentions with roles, descriptions and pronouns out."""
