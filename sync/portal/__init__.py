"""The national public service portal (Cổng DVCQG): its messages, its protocol and one run of delivery."""
