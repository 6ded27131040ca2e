"""A brief as text for a phone, as Markdown and as a page of HTML."""
