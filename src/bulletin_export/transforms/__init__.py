"""Transforms: article into article, with every change listed."""
