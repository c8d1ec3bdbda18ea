using OwnedData.Execution.Access;
using OwnedData.GraphQL.Errors;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Authorization;

/// <summary>
/// Gates of fields that a request names outside of its selections, in `where`, `order` and inputs: who may not read a field may not ask what
/// is in it either.
/// </summary>
internal static class FieldAccess
{
    /// <summary>Null when the viewer passes the field's gates.</summary>
    public static GraphQLError? Check(ModelField field, AccessOperation operation, Viewer viewer) =>
        (!field.Gates.IsEmpty || field.Type is ReferenceFieldType) && GateSet.Of(field, operation).Check(viewer) is { } refused
            ? AccessErrors.Refused(refused)
            : null;
}
