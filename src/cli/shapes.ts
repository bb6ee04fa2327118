/**
 * What --json prints, in words: `{field,field?}` has these fields (`?`: not always), `[…]` is a list, `a|b` one or the other, `...{}` these fields as well.
 * A test holds every one of them against what its command really prints.
 */
const fields =
  'order,shop,shopName,status,money,total,currency,cancelable,placedAt,acceptBy,readyBy,updatedAt,reason,by,failure,rider,payment';
const changes = 'changes:[{change,of,id?,name?,field?,was?,now?,price?,in?}]';
const settings = 'name,zone,location,hours,holidays:[{day,name,hours?}],minimum,fees:[{fee,from?,within?}],area,lease';

export const shapes = {
  status: `{${fields}}`,
  placed: '{order,payment,status,money,total,currency,placedAt,acceptBy,shop,shopName}',
  quoted:
    '{quote,lines:[{item,name,quantity,price,choices:[{group,id,name,price}],total}],subtotal,fee,discount,total,currency,expiresAt,shop,shopName}',
  board: `[{${fields},ticket,delivery,lines,note,riderNote,address,name,phone}]`,
  shopChanged: `{id,name,version,${changes}}`,
  shopImported: `{id,name,version,${changes},applied}`,
  shopCreated: '{id,name,intake,version,items}',
  shopIntake: '{id,name,intake,until,item?,soldOutUntil?}',
  shopSettings: `{id,version,intake,until,${settings},categories,items,soldOut}`,
  shopFile: `{id,version,file}|{shop,version,${settings},options?,menu:[{category,items:[{id,name,price,about?,options?}]}]}`,
  event:
    '{specversion,id,source,type,subject,time,datacontenttype,position,schemaversion,streamversion,order?,causation,actor,actorid,trace?,data}',
  outbox:
    '{pending,oldestAgeMs,parked:[{order,consumer,event,attempts,error,type,partition}],scheduled,daemons:[{id,pid,startedAt,beatAt,consumers}]}',
} as const;
