@main struct EmbedTextTool { static func main() {} }
