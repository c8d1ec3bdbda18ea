using System.Runtime.CompilerServices;

namespace OwnedData.Mongo.Tests;

/// <summary>The same as <see cref="StoreFactAttribute"/> for a test with several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StoreTheoryAttribute : TheoryAttribute
{
    public StoreTheoryAttribute([CallerMemberName] string test = "")
    {
        Test = test;
        Skip = ContractTarget.ReasonToLeaveOut(test);
    }

    public string Test { get; }
}
