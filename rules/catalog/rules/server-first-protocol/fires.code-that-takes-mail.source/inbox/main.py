from aiosmtpd.controller import Controller


def main():
    Controller(Handler(), hostname="0.0.0.0", port=2525).start()
