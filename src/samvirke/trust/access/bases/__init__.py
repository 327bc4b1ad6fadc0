"""The legal bases, one file each; this folder is their register."""
