"""Measurements. The product never imports them."""
