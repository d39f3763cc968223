# encryption
