"""Power cuts: what a desk writes and syncs is recorded, disks are rebuilt from any moment of it, and opened again."""
