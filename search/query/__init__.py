"""What is asked: text and filters → a tree that every engine compiles; pure."""
