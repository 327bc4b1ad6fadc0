"""The district's overview and each municipality's page."""
