"""Official documents (公文) in Word: styles, borders and tables, no text boxes."""
