using System.Text.Json;
using OwnedData.Judge;

// A process that a judge of another language starts once and asks many times: a JSON object a line in, one out.
Console.InputEncoding = Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var output = new StreamWriter(Console.OpenStandardOutput());
using var questions = new Questions();
while (await Console.In.ReadLineAsync() is { } line)
{
    using var question = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 1_000 });
    await output.WriteLineAsync(await questions.AnswerAsync(question.RootElement));
    await output.FlushAsync();
}
