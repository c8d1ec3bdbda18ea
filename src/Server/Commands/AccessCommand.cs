using System.CommandLine;

namespace OwnedData.Server.Commands;

/// <summary>`access`: what the rules of a model come to, tried out, explained and as a table.</summary>
internal static class AccessCommand
{
    public static Command Create() => new("access", "Tries the access rules of a model out, and shows them.") { AccessTestCommand.Create(), AccessMatrixCommand.Create(), AccessExplainCommand.Create() };
}
