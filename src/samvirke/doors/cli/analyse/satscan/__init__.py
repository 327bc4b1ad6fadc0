"""Reads the parameter and data files of SaTScan, so that its users can bring their analyses as they are."""
