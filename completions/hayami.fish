complete --keep-order --exclusive --command hayami --arguments "(COMPLETE=fish hayami -- (commandline --current-process --tokenize --cut-at-cursor) (commandline --current-token))"
