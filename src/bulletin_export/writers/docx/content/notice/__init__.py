"""Official documents (公文) in Word: styles, borders and tables around their text, no text boxes."""
