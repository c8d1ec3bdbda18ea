namespace OwnedData.Execution.Limits;

/// <summary>What an argument adds to the cost of its field where it is given and not null.</summary>
/// <param name="Name">The argument's.</param>
/// <param name="Weight">Of the argument itself.</param>
/// <param name="Type">Of what is in it; null for a scalar or an enum.</param>
internal sealed record ArgumentCost(string Name, int Weight, InputCost? Type);
