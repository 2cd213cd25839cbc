"""What a browser sees: the chat widget (TypeScript), its page, and how both are served."""
