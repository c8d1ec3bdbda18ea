using System.CommandLine;
using System.CommandLine.Parsing;
using OwnedData.Server.Development;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Commands;

/// <summary>`token`: an access token of the development issuer, and nothing else, on the output.</summary>
internal static class TokenCommand
{
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(366);

    public static Command Create()
    {
        var subject = new Option<string>("--sub") { Description = "Whose token it is: the owner of what it reads and writes.", Required = true };
        subject.Validators.Add(RefuseBlank);
        var scope = new Option<string>("--scope") { Description = "Scopes, separated by spaces. Default: those of the sample model.", DefaultValueFactory = _ => SampleUser.Scopes };
        var claims = new Option<KeyValuePair<string, string>[]>("--claim")
        {
            Description = "A further claim. Given twice with one name it becomes a list. Default: those of the sample user of that name, if there is one.",
            HelpName = "name=value",
            CustomParser = ReadClaims,
        };
        var expires = new Option<TimeSpan>("--expires")
        {
            Description = "How long it is good: 30s, 15m, 1h, 7d.",
            HelpName = "time",
            DefaultValueFactory = _ => SampleUser.TokenLifetime,
            CustomParser = ReadTime,
        };
        var data = ConfigurationOptions.For(ConfigurationKeys.Data);
        var command = new Command(
            "token",
            """
            Prints an access token of the development issuer, whose key is in the data folder. The server may run or not.

            Examples:
              token --sub alice
              token --sub alice --scope read:notes --expires 7d
              token --sub dora --claim https://my-api.com/department=sales --claim roles=editor --claim roles=admin
            """)
        {
            subject, scope, claims, expires, data,
        };
        command.SetAction(result =>
        {
            var issuer = OpenIssuer(ConfigurationOptions.Store(result, data).DataFolder);
            var lookup = (result.GetValue(claims) ?? []).ToLookup(claim => claim.Key, claim => claim.Value, StringComparer.Ordinal);
            var user = lookup.Count == 0 ? SampleUser.Find(result.GetRequiredValue(subject)) : null;
            var token = issuer.CreateToken(result.GetRequiredValue(subject), result.GetValue(scope), user?.Claims ?? lookup, result.GetValue(expires));
            result.InvocationConfiguration.Output.WriteLine(token);
        });
        return command;
    }

    private static DevelopmentIssuer OpenIssuer(string dataFolder)
    {
        try
        {
            return DevelopmentIssuer.Open(dataFolder, TimeProvider.System);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The development issuer's key can't be read: {exception.Message}", exception);
        }
    }

    private static void RefuseBlank(OptionResult result)
    {
        if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
        {
            result.AddError("--sub can't be empty.");
        }
    }

    private static KeyValuePair<string, string>[] ReadClaims(ArgumentResult result)
    {
        var claims = new List<KeyValuePair<string, string>>();
        foreach (var token in result.Tokens)
        {
            var separator = token.Value.IndexOf('=', StringComparison.Ordinal);
            if (separator > 0)
            {
                claims.Add(new KeyValuePair<string, string>(token.Value[..separator], token.Value[(separator + 1)..]));
            }
            else
            {
                result.AddError($"--claim must be name=value, not `{token.Value}`.");
            }
        }

        return [.. claims];
    }

    private static TimeSpan ReadTime(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var unit = text.Length == 0 ? 0 : text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86_400, _ => 0 };
        if (unit > 0 && int.TryParse(text.AsSpan(0, text.Length - 1), out var count) && count > 0 && count <= s_longest.TotalSeconds / unit)
        {
            return TimeSpan.FromSeconds((long)count * unit);
        }

        result.AddError($"--expires must be a number with s, m, h or d, up to a year, not `{text}`.");
        return default;
    }
}
