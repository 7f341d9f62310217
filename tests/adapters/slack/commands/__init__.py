"""Commands, buttons, forms, the home tab and the shortcut, over real sockets."""
