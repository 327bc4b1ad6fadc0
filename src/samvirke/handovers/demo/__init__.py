"""The demo district: invented people, meetings and figures around the real places of East Jutland."""
