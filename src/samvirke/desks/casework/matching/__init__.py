"""Records of one child or one family, linked inside a referral: whether two records are the same, and never a risk."""
