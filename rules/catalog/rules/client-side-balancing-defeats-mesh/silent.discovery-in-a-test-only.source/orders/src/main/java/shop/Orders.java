package shop;

class Orders {}
