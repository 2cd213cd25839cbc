CREATE DATABASE conversations;
