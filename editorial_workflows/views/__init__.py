"""The screens of handing in, judging and looking back."""
