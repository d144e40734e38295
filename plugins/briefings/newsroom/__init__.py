"""All briefings become actors; editors are heard."""
