# secret
