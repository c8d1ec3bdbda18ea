using System.Runtime.CompilerServices;

namespace OwnedData.Mongo.Tests;

/// <summary>A test of the contract; each project says in its own <c>ContractTarget</c> which of them its store leaves out, and why.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StoreFactAttribute : FactAttribute
{
    public StoreFactAttribute([CallerMemberName] string test = "")
    {
        Test = test;
        Skip = ContractTarget.ReasonToLeaveOut(test);
    }

    public string Test { get; }
}
